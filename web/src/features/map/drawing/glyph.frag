// A disc of the ground, the silhouette of the kind on it, a rim where there is one.
precision highp float;

uniform sampler2D u_atlas;
uniform float u_glyphs;

varying vec2 v_corner;
varying float v_pixels;
varying float v_glyph;
varying vec4 v_color;
varying vec4 v_ground;
varying vec4 v_rim;

void main() {
  float far = length(v_corner);
  #ifdef PICKING_MODE
  gl_FragColor = far > 1.0 ? vec4(0.0) : v_color;
  #else
  float soft = 1.5 / max(v_pixels, 1.0);
  float disc = 1.0 - smoothstep(1.0 - soft, 1.0, far);
  float rim = v_rim.a * smoothstep(1.0 - 3.0 * soft, 1.0 - 2.0 * soft, far);
  // The silhouette fills the inner square of its cell; beyond the cell there is none.
  vec2 inCell = v_corner / 1.7 + 0.5;
  float inside = step(0.0, inCell.x) * step(inCell.x, 1.0) * step(0.0, inCell.y) * step(inCell.y, 1.0);
  float glyph = inside * texture2D(u_atlas, vec2((v_glyph + inCell.x) / u_glyphs, 1.0 - inCell.y)).a;
  vec3 color = mix(mix(v_ground.rgb, v_color.rgb, glyph), v_rim.rgb, rim);
  gl_FragColor = vec4(color * disc, disc);
  #endif
}
