#version 330 core
// One picture element of a volume rendering: a ray, front to back.
//
// Inputs, all in voxel coordinates with integers at voxel centres:
//   sample k of the ray of element (i, j) lies at origin + i*du + j*dv + k*dn; the part from `low` to `high` is shown.
//   voxels     samples as stored (16-bit)
//   scales     per layer: slope, intercept, lowest and highest padding sample (low above high: none)
//   transfer   per entry: red, green, blue, and the opacity of a step; the entry of a value is
//              (value - entries.x) * entries.y, cut to the table
//   away       per cube of `side` voxels: how many cubes away the nearest visible one is
//   light, squares, products   turn differences over two voxels into light, see SceneLight
//   clear      what may still shine through where a ray ends
// Output: opaque colour, black where nothing is.
// The order of operations follows the renderer of the processor, to agree within one level of each colour.
precision highp float;
precision highp int;
precision highp isampler2DArray;
precision highp usampler2DArray;
precision highp sampler2D;

uniform isampler2DArray voxels;
uniform usampler2DArray away;
uniform sampler2D scales, transfer;
uniform ivec3 size, cubes;
uniform vec3 origin, du, dv, dn, low, high, light, squares, products;
uniform vec2 entries;
uniform float clear;
uniform int shift, count, shaded, padded;
out vec4 result;

const float TIE = 1.0 / 1024.0;
const float EARLY = 1.0e-3;
const float FAR = 1.0e30;
const float AMBIENT = 0.25, DIFFUSE = 0.75, SPECULAR = 0.2;

float blend(float a, float b, float t) { return a + t * (b - a); }

float at(int x, int y, int z) { return float(texelFetch(voxels, ivec3(x, y, z), 0).r); }

float flat4(ivec2 p, ivec2 q, int z, vec2 f) {
    vec2 scale = texelFetch(scales, ivec2(z, 0), 0).xy;
    float a = blend(at(p.x, p.y, z), at(q.x, p.y, z), f.x);
    float b = blend(at(p.x, q.y, z), at(q.x, q.y, z), f.x);
    return scale.x * blend(a, b, f.y) + scale.y;
}

// The modality value; beyond the outermost voxels theirs.
float value(vec3 place) {
    vec3 p = clamp(place, vec3(0.0), vec3(size - 1));
    ivec3 a = min(ivec3(p), max(ivec3(0), size - 2)), b = min(a + 1, size - 1);
    vec3 f = p - vec3(a);
    return blend(flat4(a.xy, b.xy, a.z, f.xy), flat4(a.xy, b.xy, b.z, f.xy), f.z);
}

bool isPadding(vec3 p) {
    if (padded == 0) return false;
    ivec3 q = clamp(ivec3(p + 0.5), ivec3(0), size - 1);
    vec2 range = texelFetch(scales, ivec2(q.z, 0), 0).zw;
    float s = at(q.x, q.y, q.z);
    return s >= range.x && s <= range.y;
}

// How much a surface faces the reader, 0 to 1; 1 where there is none.
float facing(vec3 p) {
    const vec3 X = vec3(1.0, 0.0, 0.0), Y = vec3(0.0, 1.0, 0.0), Z = vec3(0.0, 0.0, 1.0);
    vec3 d = vec3(value(p + X) - value(p - X), value(p + Y) - value(p - Y), value(p + Z) - value(p - Z));
    float squared = dot(squares, d * d) + dot(products, vec3(d.x * d.y, d.x * d.z, d.y * d.z));
    return squared > 1.0e-6 ? abs(dot(light, d)) / sqrt(squared) : 1.0;
}

// The samples of the ray within the clip box, give or take a hair: first and last, the last below for none.
ivec2 range(vec3 base) {
    vec2 k = vec2(-FAR, FAR);
    for (int c = 0; c < 3; c++) {
        if (abs(dn[c]) < 1.0e-12) {
            if (base[c] < low[c] - TIE || base[c] > high[c] + TIE) return ivec2(1, 0);
        } else {
            float a = (low[c] - base[c]) / dn[c], b = (high[c] - base[c]) / dn[c];
            k = vec2(max(k.x, min(a, b)), min(k.y, max(a, b)));
        }
    }
    return ivec2(ceil(k.x - TIE), floor(k.y + TIE));
}

// How many steps it takes to leave all cubes nearer than `reach`; at least one, and never one too many.
int steps(vec3 p, ivec3 cube, int reach) {
    float most = FAR;
    for (int c = 0; c < 3; c++) {
        if (dn[c] != 0.0) {
            int edge = dn[c] > 0.0 ? cube[c] + reach : cube[c] - reach + 1;
            most = min(most, (float(edge << shift) - p[c]) / dn[c]);
        }
    }
    return 1 + int(clamp(most - EARLY, 0.0, 1.0e6));
}

void main() {
    float i = floor(gl_FragCoord.x), j = floor(gl_FragCoord.y);
    vec3 base = origin + i * du + j * dv;
    ivec2 ends = range(base);
    vec3 seen = vec3(0.0);
    float left = 1.0;
    int k = ends.x;
    while (k <= ends.y && left > clear) {
        vec3 p = base + float(k) * dn;
        ivec3 cube = clamp(ivec3(p) >> shift, ivec3(0), cubes - 1);
        int gap = int(texelFetch(away, cube, 0).r);
        int end = k + steps(p, cube, max(gap, 1));
        if (gap > 0) {
            k = end;
            continue;
        }
        for (end = min(end, ends.y + 1); k < end && left > clear; k++) {
            p = base + float(k) * dn;
            float entry = clamp((value(p) - entries.x) * entries.y + 0.5, 0.0, float(count - 1));
            int e = int(entry);
            vec4 colour = texelFetch(transfer, ivec2(e & 1023, e >> 10), 0);
            if (colour.a > 0.0 && !isPadding(p)) {
                float weight = left * colour.a;
                if (shaded == 1) {
                    float lit = facing(p);
                    float shine = lit * lit;
                    shine *= shine;
                    shine *= shine;
                    shine *= shine;
                    colour.rgb = min(vec3(1.0), colour.rgb * (AMBIENT + DIFFUSE * lit) + SPECULAR * shine);
                }
                seen += weight * colour.rgb;
                left -= weight;
            }
        }
    }
    result = vec4(seen, 1.0);
}
