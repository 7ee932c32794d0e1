import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import fragment from './line.frag?raw';
import vertex from './line.vert?raw';

/** What an edge brings to be drawn, beside its ends, width in pixels and colour. */
export interface LineData {
  /** Pixels of a dash. */
  on: number;
  /** Pixels between two dashes; 0 is a whole line. */
  off: number;
}

const uniforms = ['u_matrix', 'u_viewport'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Draws edges with the dashes of their certainty. */
export class LineProgram extends EdgeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_from', size: 2, type: FLOAT },
        { name: 'a_to', size: 2, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_dash', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, -1],
        [0, 1],
        [1, -1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(_id: number, at: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData & Partial<LineData>): void {
    this.array.set([from.x, from.y, to.x, to.y, data.size, data.on ?? 1, data.off ?? 0, floatColor(data.color)], at);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform2f(uniformLocations['u_viewport'] ?? null, params.width, params.height);
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
  }
}
