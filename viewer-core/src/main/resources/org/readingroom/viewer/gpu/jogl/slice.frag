#version 330 core
// One picture element of a cut through a volume, flat or curved.
//
// Inputs, all in voxel coordinates with integers at voxel centres:
//   element (i, j) lies at origin + i*du + j*dv; row 0 is the top row of the picture, which is row 0 of the frame
//   buffer: the read-back needs no flip. With `thick` 1 that is its place on the near face of a slab, which reaches
//   from there by `through`; along `axis` that crosses `crossed` planes of voxel centres, on which elements are
//   `alongPlane` apart.
//   voxels   samples as stored (16-bit), or packed 0xAARRGGBB when `colour` is 1
//   scales   per layer: slope, intercept, lowest and highest padding sample (low above high: none)
//   window   centre and width in modality values; for a table the highest entry in .y
//   over     0: a picture; 1: a second volume, whose alpha is opacity.x + opacity.y * step of the palette
//   rows     with `curved` 1: per row of the picture its own origin and step along the row, in place of the above
//   raw      1: the modality value itself to the red channel, NOTHING where there is none
// Output: opaque colour; black where the cut leaves the grid or meets padding; of a second volume nothing there.
// The order of operations follows the renderer of the processor, to agree within one grey level.
precision highp float;
precision highp int;
precision highp isampler2DArray;
precision highp isampler2D;

uniform isampler2DArray voxels;
uniform sampler2D scales;
uniform sampler2D colours, rows;
uniform isampler2D table;
uniform ivec3 size;
uniform vec3 origin, du, dv, through, alongPlane;
uniform float crossed;
uniform vec2 opacity;
uniform int thick, axis, over, raw, projection, linear, inverse, colour, padded, curved, curve, first, entries;
uniform vec2 window;
out vec4 result;

const float TIE = 1.0 / 1024.0;
const float NOTHING = -3.0e38;

float blend(float a, float b, float t) { return a + t * (b - a); }

float at(int x, int y, int z) { return float(texelFetch(voxels, ivec3(x, y, z), 0).r); }

bool isPadding(float s, vec4 scale) { return s >= scale.z && s <= scale.w; }

// Bilinear in one layer, in modality values. `hit` tells whether a tap is padding.
float layer(vec2 p, int z, out bool hit) {
    ivec2 below = ivec2(floor(p));
    vec2 f = p - vec2(below);
    int l = max(0, below.x), r = min(size.x - 1, below.x + 1);
    int u = max(0, below.y), d = min(size.y - 1, below.y + 1);
    float a = at(l, u, z), b = at(r, u, z), c = at(l, d, z), e = at(r, d, z);
    vec4 scale = texelFetch(scales, ivec2(z, 0), 0);
    hit = isPadding(a, scale) || isPadding(b, scale) || isPadding(c, scale) || isPadding(e, scale);
    return scale.x * blend(blend(a, b, f.x), blend(c, e, f.x), f.y) + scale.y;
}

ivec3 nearest(vec3 p) { return clamp(ivec3(floor(p + 0.5 + TIE)), ivec3(0), size - 1); }

// The modality value at p; false where there is none.
bool value(vec3 p, out float v) {
    v = 0.0;
    if (linear == 0) {
        vec3 low = vec3(-0.5 - TIE), high = vec3(size) - 0.5 - TIE;
        if (any(lessThan(p, low)) || any(greaterThanEqual(p, high))) return false;
        ivec3 q = nearest(p);
        vec4 scale = texelFetch(scales, ivec2(q.z, 0), 0);
        float s = at(q.x, q.y, q.z);
        v = scale.x * s + scale.y;
        return !isPadding(s, scale);
    }
    if (any(lessThan(p, vec3(-0.5))) || any(greaterThanEqual(p, vec3(size) - 0.5))) return false;
    int below = int(floor(p.z));
    int front = max(0, below), back = min(size.z - 1, below + 1);
    bool hitFront = false, hitBack = false;
    float a = layer(p.xy, front, hitFront);
    float t = p.z - float(below);
    v = a;
    if (t != 0.0 && front != back) {
        v = blend(a, layer(p.xy, back, hitBack), t);
    } else if (t != 0.0) {
        hitBack = hitFront;
    }
    if (padded == 1) {
        ivec3 q = nearest(p);
        vec4 scale = texelFetch(scales, ivec2(q.z, 0), 0);
        float s = at(q.x, q.y, q.z);
        if (isPadding(s, scale)) return false;
        if (hitFront || hitBack) v = scale.x * s + scale.y;
    }
    return true;
}

// DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3.
float grey(float x) {
    if (curve == 0) {
        if (window.y <= 1.0) return x <= window.x - 0.5 ? 0.0 : 1.0;
        return clamp((x - (window.x - 0.5)) / (window.y - 1.0) + 0.5, 0.0, 1.0);
    }
    if (curve == 1) return clamp((x - window.x) / window.y + 0.5, 0.0, 1.0);
    if (curve == 2) return 1.0 / (1.0 + exp(-4.0 * (x - window.x) / window.y));
    int entry = clamp(int(floor(x + 0.5)) - first, 0, entries - 1);
    return min(1.0, float(texelFetch(table, ivec2(entry & 1023, entry >> 10), 0).r) / window.y);
}

vec3 rgb(int x, int y, int z) {
    int argb = texelFetch(voxels, ivec3(x, y, z), 0).r;
    return vec3(float((argb >> 16) & 255), float((argb >> 8) & 255), float(argb & 255));
}

bool trueColour(vec3 p, out vec3 c) {
    c = vec3(0.0);
    int z = int(floor(p.z + 0.5 + TIE));
    if (z < 0 || z >= size.z) return false;
    if (any(lessThan(p.xy, vec2(-0.5))) || any(greaterThanEqual(p.xy, vec2(size.xy) - 0.5))) return false;
    if (linear == 0) {
        ivec3 q = nearest(p);
        c = rgb(q.x, q.y, z);
        return true;
    }
    ivec2 below = ivec2(floor(p.xy));
    vec2 f = p.xy - vec2(below);
    int l = max(0, below.x), r = min(size.x - 1, below.x + 1);
    int u = max(0, below.y), d = min(size.y - 1, below.y + 1);
    vec3 a = rgb(l, u, z), b = rgb(l, d, z);
    a += f.x * (rgb(r, u, z) - a);
    b += f.x * (rgb(r, d, z) - b);
    c = floor(a + f.y * (b - a) + 0.5);
    return true;
}

void take(float one, float weight, inout float v, inout float total) {
    if (projection >= 2) v += weight * one;
    else if (total == 0.0) v = one;
    else v = projection == 0 ? max(v, one) : min(v, one);
    total += projection >= 2 ? weight : 1.0;
}

// Planes of voxel centres and both faces, see ResolvedView. False where the way meets nothing.
// `row` is the first element of the picture row on the near face, `i` the element: as the processor computes it.
bool slab(vec3 row, float i, out float v) {
    vec3 near = row + i * du;
    v = 0.0;
    float total = 0.0, one;
    float start = row[axis] + i * du[axis], end = start + crossed, last = float(size[axis] - 1);
    if (value(near, one)) {
        take(one, max(0.0, min(max(0.0, ceil(start)), end) - start) * 0.5, v, total);
    }
    if (value((row + through) + i * du, one)) {
        take(one, max(0.0, end - max(min(last, floor(end)), start)) * 0.5, v, total);
    }
    float low = start < -0.5 ? -1.0 : start, high = end > last + 0.5 ? last + 1.0 : end;
    for (float q = max(0.0, ceil(start)); q <= min(last, floor(end)); q += 1.0) {
        vec3 p = (row + ((q - row[axis]) / crossed) * through) + i * alongPlane;
        p[axis] = q;
        if (value(p, one)) take(one, (min(q + 1.0, high) - max(q - 1.0, low)) * 0.5, v, total);
    }
    if (total == 0.0) return false;
    if (projection == 2) v /= total;
    if (projection == 3) v /= crossed;
    return true;
}

void main() {
    float i = floor(gl_FragCoord.x), j = floor(gl_FragCoord.y);
    vec3 base = origin + j * dv, along = du;
    if (curved == 1) {
        int row = 2 * int(j);
        base = texelFetch(rows, ivec2(row & 1023, row >> 10), 0).xyz;
        along = texelFetch(rows, ivec2((row & 1023) + 1, row >> 10), 0).xyz;
    }
    result = vec4(0.0, 0.0, 0.0, 1.0);
    if (colour == 1) {
        vec3 c;
        if (!trueColour(base + i * along, c)) return;
        if (inverse == 1) c = 255.0 - c;
        result = vec4(c / 255.0, 1.0);
        return;
    }
    float v = 0.0;
    bool found = thick == 1 ? slab(base, i, v) : value(base + i * along, v);
    if (raw == 1) {
        result = vec4(found ? v : NOTHING, 0.0, 0.0, 1.0);
        return;
    }
    if (!found) {
        if (over == 1) discard;
        return;
    }
    int index = int(grey(v) * 255.0 + 0.5);
    if (inverse == 1) index = 255 - index;
    result = texelFetch(colours, ivec2(index, 0), 0);
    if (over == 1) result.a = opacity.x + opacity.y * float(index) / 255.0;
}
