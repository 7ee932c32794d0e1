// A node: a square of pixels around its place.
attribute vec2 a_corner;
attribute vec2 a_position;
attribute float a_size;
attribute float a_glyph;
attribute vec4 a_color;
attribute vec4 a_ground;
attribute vec4 a_rim;
attribute vec4 a_id;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec2 v_corner;
varying float v_pixels;
varying float v_glyph;
varying vec4 v_color;
varying vec4 v_ground;
varying vec4 v_rim;

void main() {
  float radius = a_size / u_sizeRatio;
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(middle + a_corner * radius * 2.0 / u_viewport, 0.0, 1.0);
  v_corner = a_corner;
  v_pixels = radius;
  v_glyph = a_glyph;
  v_ground = a_ground;
  v_rim = a_rim;
  #ifdef PICKING_MODE
  v_color = a_id;
  v_color.a *= 255.0 / 254.0;
  #else
  v_color = a_color;
  #endif
}
