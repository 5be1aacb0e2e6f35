package org.readingroom.viewer.phantom;

/// The shadow of a compressed breast: fat, gland, strands, and in the left one a mass with specks.
///
/// **Space:** millimetres from the chest wall forwards, and down from the middle of the picture.
final class BreastShape {
    private static final double MASS_MM = 15;
    private static final double JOIN_MM = 5;

    private final boolean left;
    private final boolean oblique;
    private final double edge;
    private final int layer;
    private final double[] mass;

    BreastShape(boolean left, boolean oblique, double edgeMm) {
        this.left = left;
        this.oblique = oblique;
        this.edge = edgeMm;
        this.layer = (left ? 7 : 3) + (oblique ? 2 : 0);
        this.mass = mass(oblique);
    }

    /// The middle of the mass.
    static double[] mass(boolean oblique) {
        return oblique ? new double[] {58, -18} : new double[] {58, -22};
    }

    /// Grey from 0, air, to 4095.
    double brightness(double out, double down) {
        double skin = -outline(out, down);
        if (skin < -1) {
            return 0;
        }
        double cover = Blend.cover(-skin, 1.2 * edge);
        // The plates press the middle flat; towards the skin it gets thinner.
        double thick = Math.sqrt(1 - Math.pow(1 - Math.clamp(skin / 26, 0, 1), 2));
        double value = 260 + 640 * thick;
        value += gland(out, down, skin) * thick;
        value += strands(out, down) * thick * thick;
        value += 420 * Math.exp(-Math.pow((skin - 0.9) / 0.8, 2));
        if (oblique) {
            value += muscle(out, down);
        }
        if (left) {
            value += mass(out, down);
        }
        return Math.min(4000, value * cover);
    }

    private double outline(double out, double down) {
        double nipple = Blend.ellipse(out - tip(), down - middle(), 5, 4.2);
        double round = oblique
                ? Blend.ellipse(out, down - 24, tip(), down < 24 ? 150 : 72)
                : Blend.ellipse(out, down, tip(), 86);
        // Joined without a corner.
        double share = Math.clamp(0.5 + 0.5 * (nipple - round) / JOIN_MM, 0, 1);
        return Blend.mix(nipple, round, share) - JOIN_MM * share * (1 - share);
    }

    private double tip() {
        return left ? 104 : 100;
    }

    private double middle() {
        return oblique ? 24 : 0;
    }

    /// A fan behind the nipple, in lobes.
    private double gland(double out, double down, double skin) {
        double along = out / tip();
        double spread = 54 * Math.pow(Math.clamp(1.12 - along, 0, 1), 0.55);
        double off = Math.abs(down - middle() + (oblique ? 26 * (1 - along) : 0) - 5 * Math.sin(out / 17));
        double fan = Math.clamp((spread - off) / 16, 0, 1) * Math.clamp((out - 16) / 24, 0, 1);
        double inside = Math.clamp((skin - 5) / 8, 0, 1);
        double lobes = 0.5 + 0.42 * Texture.cloud(out / 15, down / 15, layer, 4);
        double fibres = Texture.cloud(out / 26, (down - middle()) / 5, layer + 9, 3);
        return fan * inside * (1250 * Math.clamp(lobes, 0, 1.5) + 130 * fibres);
    }

    /// Ligaments: thin bright lines where two clouds are alike.
    private double strands(double out, double down) {
        double ridge = Texture.cloud(out / 40, (down + 0.3 * out) / 13, layer + 20, 3);
        double other = Texture.cloud(out / 22, (down - 0.3 * out) / 9, layer + 30, 3);
        return 130 * Math.exp(-ridge * ridge * 30) + 90 * Math.exp(-other * other * 25) + 50 * other;
    }

    private double muscle(double out, double down) {
        double border = 62 - (down + 120) * 0.46 + 5 * Math.sin(down / 30);
        double inside = Math.clamp((border - out) / 5, 0, 1);
        return inside * (1150 + 90 * Texture.cloud((out + down) / 30, (out - down * 0.5) / 6, layer + 40, 3));
    }

    private double mass(double out, double down) {
        double x = out - mass[0];
        double y = down - mass[1];
        double radius = Math.hypot(x, y);
        double angle = Math.atan2(y, x);
        double lobed = MASS_MM / 2 * (1 + 0.09 * Math.sin(3 * angle + 1) + 0.05 * Math.sin(7 * angle));
        double body = Math.clamp((lobed - radius) / 1.6, 0, 1);
        double ray = Math.pow(Math.abs(Math.cos(6.5 * angle + 0.5 * Math.sin(2 * angle))), 14);
        double spicules = ray * Math.exp(-Math.max(0, radius - lobed) / 6) * (radius > lobed - 1 ? 1 : 0);
        return 1150 * body + 480 * spicules + specks(x - 13, y - 6);
    }

    private static double specks(double x, double y) {
        double sum = 0;
        for (int i = 0; i < 11; i++) {
            double cx = 4.5 * Noise.value(17 * i, 5);
            double cy = 3.2 * Noise.value(29 * i, 11);
            double radius = 0.28 + 0.12 * Math.abs(Noise.value(41 * i, 19));
            double distance = Math.hypot(x - cx, (y - cy) * (i % 3 == 0 ? 0.6 : 1));
            sum += 1500 * Math.clamp((radius - distance) / 0.25 + 0.5, 0, 1);
        }
        return Math.min(1700, sum);
    }
}
