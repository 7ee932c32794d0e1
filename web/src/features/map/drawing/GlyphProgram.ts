import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import fragment from './glyph.frag?raw';
import vertex from './glyph.vert?raw';
import { drawGlyphs, glyphCells } from './glyphAtlas';

/** What a node brings to be drawn, beside its place, size and colour. */
export interface GlyphData {
  /** The place of its kind in the legend. */
  glyph: number;
  ground: string;
  /** Transparent where it has none. */
  rim: string;
}

const uniforms = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_atlas', 'u_glyphs'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Draws nodes with the silhouettes of the legend. */
export class GlyphProgram extends NodeProgram<(typeof uniforms)[number]> {
  private atlas: WebGLTexture | null = null;

  override getDefinition() {
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_glyph', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ground', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rim', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(id: number, at: number, data: NodeDisplayData & Partial<GlyphData>): void {
    this.array.set([data.x, data.y, data.size, data.glyph ?? 0, floatColor(data.color), floatColor(data.ground ?? data.color), floatColor(data.rim ?? 'rgba(0,0,0,0)'), id], at);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    this.atlas ??= upload(gl);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.atlas);
    gl.uniform1i(uniformLocations['u_atlas'] ?? null, 0);
    gl.uniform1f(uniformLocations['u_glyphs'] ?? null, glyphCells);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniform2f(uniformLocations['u_viewport'] ?? null, params.width, params.height);
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
  }

  override kill(): void {
    this.normalProgram.gl.deleteTexture(this.atlas);
    super.kill();
  }
}

function upload(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawGlyphs());
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
