// A line whose dashes say how certain it is.
precision highp float;

varying float v_along;
varying float v_side;
varying float v_half;
varying vec2 v_dash;
varying vec4 v_color;

void main() {
  if (v_dash.y > 0.0 && mod(v_along, v_dash.x + v_dash.y) > v_dash.x) {
    discard;
  }
  float alpha = v_color.a * (1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_side)));
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
