package dev.unbraid.app.bench;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Times a start of the window, from running the command to the first picture on the screen that has the empty state's
/// primary button in its colour: `COMMAND...`. Prints a row of Markdown.
final class StartUp {
    private static final int COUNTED = 5;
    private static final int BUTTON_PIXELS = 500;
    /// The accent, dark and light.
    private static final Set<Integer> ACCENTS = Set.of(0x7aa2f7, 0x3f6fdc);
    private static final double PATIENCE_MILLIS = 120_000;
    private static final long DIGESTING_MILLIS = 15_000;

    private StartUp() {}

    public static void main(String[] args) throws Exception {
        // What Java noted in the first start is digested when that has ended, and the others begin from it.
        double cold = start(args);
        Thread.sleep(DIGESTING_MILLIS);
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i < COUNTED; i++) {
            warm.add(start(args));
        }
        Row.print("start-up to the usable window, warm", "s", warm);
        Row.print("start-up after a build", "s", List.of(cold));
        System.exit(0);
    }

    private static double start(String[] command) throws Exception {
        Robot robot = new Robot();
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        double millis = 0;
        while (!isOpen(robot.createScreenCapture(new Rectangle(size)))) {
            millis = (System.nanoTime() - begun) / 1e6;
            if (!process.isAlive() || millis > PATIENCE_MILLIS) {
                throw new IllegalStateException("no window");
            }
            Thread.sleep(5);
        }
        millis = (System.nanoTime() - begun) / 1e6;
        // Ends in order, as if the session had been closed, and writes its notes.
        process.destroy();
        process.waitFor();
        return millis / 1e3;
    }

    private static boolean isOpen(BufferedImage screen) {
        int found = 0;
        int[] line = new int[screen.getWidth()];
        for (int y = 0; y < screen.getHeight(); y++) {
            screen.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int colour : line) {
                found += ACCENTS.contains(colour & 0xffffff) ? 1 : 0;
            }
        }
        return found >= BUTTON_PIXELS;
    }
}
