package org.percuta.skin.picture;

import java.util.Locale;

/** Writes one SVG picture with its title and description. */
final class Svg {

  static final String PAPER = "#faf8f5";
  static final String INK = "#20252b";
  static final String ROSE = "#a9475a";
  static final String SAGE = "#4f7566";
  static final String AMBER = "#9a6700";
  static final String SLATE = "#51606f";
  static final String LINE = "#d8d3cb";

  private final StringBuilder text = new StringBuilder(4096);

  /**
   * Begins a picture.
   *
   * @param id unique on a page, names title and description
   * @param desc what the picture shows, for those who do not see it
   */
  Svg(String id, int width, int height, String title, String desc) {
    raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-labelledby=\"%s-title %s-desc\" font-family=\"system-ui, -apple-system,"
            + " 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif\" font-size=\"13\">",
        width, height, id, id);
    raw("<title id=\"%s-title\">%s</title>", id, escape(title));
    raw("<desc id=\"%s-desc\">%s</desc>", id, escape(desc));
    rect(0, 0, width, height, PAPER, 1);
  }

  Svg rect(double x, double y, double width, double height, String fill, double opacity) {
    return raw(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\""
            + " fill-opacity=\"%.2f\"/>",
        x, y, Math.max(0, width), Math.max(0, height), fill, opacity);
  }

  Svg line(double x1, double y1, double x2, double y2, String stroke, double width) {
    return raw(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
            + " stroke-width=\"%.1f\"/>",
        x1, y1, x2, y2, stroke, width);
  }

  Svg dashed(double x1, double y1, double x2, double y2, String stroke) {
    return raw(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
            + " stroke-dasharray=\"5 4\"/>",
        x1, y1, x2, y2, stroke);
  }

  Svg path(String d, String fill, double opacity, String stroke, double width) {
    return raw(
        "<path d=\"%s\" fill=\"%s\" fill-opacity=\"%.2f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
        d, fill, opacity, stroke, width);
  }

  /** Anchor is start, middle or end. */
  Svg text(double x, double y, String anchor, String fill, String words) {
    return raw(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, fill, escape(words));
  }

  Svg small(double x, double y, String anchor, String fill, String words) {
    return raw(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"11\">%s</text>",
        x, y, anchor, fill, escape(words));
  }

  Svg heading(double x, double y, String words) {
    return raw(
        "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" font-size=\"15\" font-weight=\"600\">%s</text>",
        x, y, INK, escape(words));
  }

  Svg raw(String format, Object... values) {
    text.append(format(format, values)).append('\n');
    return this;
  }

  String end() {
    return text + "</svg>\n";
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
