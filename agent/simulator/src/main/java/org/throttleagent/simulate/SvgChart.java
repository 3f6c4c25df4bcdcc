package org.throttleagent.simulate;

import java.util.Locale;

/** A chart over the time of a run, as inline SVG: lines, a dashed line for the ideal, and marks. */
final class SvgChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 200;
    private static final int LEFT = 52;
    private static final int BOTTOM = 24;
    private static final int TOP = 10;
    private static final String[] COLOURS = {"#3b6fb6", "#d1772e", "#4a9b5e", "#a1539b", "#8a7a2f", "#3d9aa0"};

    private final StringBuilder svg = new StringBuilder();
    private final String title;
    private final double seconds;
    private final double most;

    /**
     * An empty chart.
     *
     * @param seconds what the horizontal axis spans
     * @param most the upper end of the vertical axis
     */
    SvgChart(String title, double seconds, double most) {
        this.title = title;
        this.seconds = seconds;
        this.most = most > 0 ? most : 1;
    }

    /** A line through values that are evenly spread over the time. */
    void line(double[] values, int colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            points.append(number(x((i + 0.5) * seconds / values.length)))
                    .append(',')
                    .append(number(y(values[i])))
                    .append(' ');
        }
        svg.append("<polyline class=\"line\" stroke=\"")
                .append(COLOURS[colour % COLOURS.length])
                .append("\" points=\"")
                .append(points)
                .append("\"/>\n");
    }

    /** The dashed line that would be ideal, in steps of {@code values}. */
    void ideal(double[] values) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            points.append(number(x(i * seconds / values.length)))
                    .append(',')
                    .append(number(y(values[i])))
                    .append(' ');
            points.append(number(x((i + 1) * seconds / values.length)))
                    .append(',')
                    .append(number(y(values[i])))
                    .append(' ');
        }
        svg.append("<polyline class=\"ideal\" points=\"").append(points).append("\"/>\n");
    }

    /** A mark on the time axis. */
    void mark(double atSeconds) {
        svg.append("<path class=\"mark\" d=\"M").append(number(x(atSeconds)));
        svg.append(' ').append(HEIGHT - BOTTOM).append("v-9\"/>\n");
    }

    String figure() {
        StringBuilder all =
                new StringBuilder("<figure><figcaption>").append(title).append("</figcaption>\n");
        all.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\">\n");
        for (int i = 0; i <= 4; i++) {
            double value = most * i / 4;
            all.append("<path class=\"grid\" d=\"M").append(LEFT).append(' ').append(number(y(value)));
            all.append('H')
                    .append(WIDTH - 4)
                    .append("\"/><text x=\"")
                    .append(LEFT - 6)
                    .append("\" y=\"");
            all.append(number(y(value) + 4))
                    .append("\" text-anchor=\"end\">")
                    .append(label(value))
                    .append("</text>\n");
        }
        for (int i = 0; i <= 6; i++) {
            double at = seconds * i / 6;
            all.append("<text x=\"")
                    .append(number(Math.min(x(at), WIDTH - 24)))
                    .append("\" y=\"")
                    .append(HEIGHT - 6);
            all.append("\" text-anchor=\"middle\">")
                    .append(seconds >= 600 ? label(at / 60) + " min" : label(at) + " s");
            all.append("</text>\n");
        }
        return all.append(svg).append("</svg></figure>\n").toString();
    }

    private double x(double atSeconds) {
        return LEFT + (WIDTH - 4 - LEFT) * atSeconds / seconds;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * Math.min(1, Math.max(0, value / most));
    }

    private static String label(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
