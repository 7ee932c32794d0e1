const whole = new Intl.NumberFormat('en');

export const count = (value: number): string => whole.format(value);

/** `1 role`, `2 roles`. */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;
