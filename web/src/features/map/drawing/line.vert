// An edge: a strip of pixels from one node to the other.
attribute vec2 a_corner;
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute vec2 a_dash;
attribute vec4 a_color;

uniform mat3 u_matrix;
uniform vec2 u_viewport;

varying float v_along;
varying float v_side;
varying float v_half;
varying vec2 v_dash;
varying vec4 v_color;

void main() {
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy;
  vec2 pixels = (to - from) * u_viewport / 2.0;
  float reach = max(length(pixels), 0.001);
  vec2 across = vec2(-pixels.y, pixels.x) / reach;
  // A pixel more on each side, for a soft border.
  float side = a_width / 2.0 + 1.0;
  gl_Position = vec4(mix(from, to, a_corner.x) + across * a_corner.y * side * 2.0 / u_viewport, 0.0, 1.0);
  v_along = a_corner.x * reach;
  v_side = a_corner.y * side;
  v_half = a_width / 2.0;
  v_dash = a_dash;
  v_color = a_color;
}
