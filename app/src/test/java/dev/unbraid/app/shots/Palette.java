package dev.unbraid.app.shots;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The 224 colours that show a picture best. Those that fill areas (grounds, lines, text) are among them exactly; what is
/// left, mostly spectrograms, is cut by median.
final class Palette {
    private static final int COLOURS = 224;
    private static final int EXACT = 96;

    private final int[] colours;
    private final Map<Integer, Byte> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    static Palette of(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        Map<Integer, Integer> flat = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y);
                counts.merge(colour & 0xffffff, 1, Integer::sum);
                if (x > 0 && y > 0 && colour == picture.getRGB(x - 1, y) && colour == picture.getRGB(x, y - 1)) {
                    flat.merge(colour & 0xffffff, 1, Integer::sum);
                }
            }
        }
        List<Integer> byFlatness = new ArrayList<>(counts.keySet());
        byFlatness.sort(Comparator.comparing((Integer colour) -> flat.getOrDefault(colour, 0)).reversed());
        Set<Integer> chosen = new HashSet<>(byFlatness.subList(0, Math.min(EXACT, byFlatness.size())));
        List<List<Integer>> boxes = new ArrayList<>();
        boxes.add(new ArrayList<>(byFlatness.subList(chosen.size(), byFlatness.size())));
        while (boxes.size() < COLOURS - EXACT && split(boxes)) { }
        boxes.stream().filter(box -> !box.isEmpty()).forEach(box -> chosen.add(mean(box, counts)));
        return new Palette(chosen.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean split(List<List<Integer>> boxes) {
        List<Integer> widest = boxes.stream().max(Comparator.comparingInt(box -> spread(box, widestShift(box)))).orElseThrow();
        int shift = widestShift(widest);
        if (spread(widest, shift) == 0) {
            return false;
        }
        widest.sort(Comparator.comparingInt(colour -> colour >> shift & 0xff));
        List<Integer> upper = widest.subList(widest.size() / 2, widest.size());
        boxes.add(new ArrayList<>(upper));
        upper.clear();
        return true;
    }

    private static int widestShift(List<Integer> box) {
        int red = spread(box, 16);
        int green = spread(box, 8);
        int blue = spread(box, 0);
        return green >= red && green >= blue ? 8 : red >= blue ? 16 : 0;
    }

    private static int spread(List<Integer> box, int shift) {
        int low = 255;
        int high = 0;
        for (int colour : box) {
            low = Math.min(low, colour >> shift & 0xff);
            high = Math.max(high, colour >> shift & 0xff);
        }
        return Math.max(0, high - low);
    }

    private static int mean(List<Integer> box, Map<Integer, Integer> counts) {
        long[] sums = new long[4];
        for (int colour : box) {
            int count = counts.get(colour);
            for (int part = 0; part < 3; part++) {
                sums[part] += (long) (colour >> 8 * part & 0xff) * count;
            }
            sums[3] += count;
        }
        return (int) (sums[2] / sums[3]) << 16 | (int) (sums[1] / sums[3]) << 8 | (int) (sums[0] / sums[3]);
    }

    BufferedImage paint(BufferedImage picture) {
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        BufferedImage painted = new BufferedImage(
                picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] line = new byte[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < line.length; x++) {
                line[x] = nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, this::find);
            }
            painted.getRaster().setDataElements(0, y, line.length, 1, line);
        }
        return painted;
    }

    private byte find(int colour) {
        int best = 0;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = (colours[i] >> 16) - (colour >> 16);
            int green = (colours[i] >> 8 & 0xff) - (colour >> 8 & 0xff);
            int blue = (colours[i] & 0xff) - (colour & 0xff);
            int distance = 3 * red * red + 6 * green * green + blue * blue;
            if (distance < bestDistance) {
                best = i;
                bestDistance = distance;
            }
        }
        return (byte) best;
    }
}
