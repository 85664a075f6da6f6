package org.percuta.skin.picture;

import java.util.Locale;

/** Writes one SVG picture with its title and description. */
final class Svg {

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
    rect(0, 0, width, height, Paint.PAPER, 1);
  }

  Svg rect(double x, double y, double width, double height, Paint fill, double opacity) {
    return raw(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s fill-opacity=\"%.2f\"/>",
        x, y, Math.max(0, width), Math.max(0, height), fill.fill(), opacity);
  }

  Svg line(double x1, double y1, double x2, double y2, Paint stroke, double width) {
    return raw(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s stroke-width=\"%.1f\"/>",
        x1, y1, x2, y2, stroke.stroke(), width);
  }

  Svg dashed(double x1, double y1, double x2, double y2, Paint stroke) {
    return raw(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s stroke-dasharray=\"5 4\"/>",
        x1, y1, x2, y2, stroke.stroke());
  }

  Svg path(String d, Paint fill, double opacity, Paint stroke, double width) {
    return raw(
        "<path d=\"%s\" %s fill-opacity=\"%.2f\" stroke-width=\"%.1f\"/>",
        d, Paint.of(fill, stroke), opacity, width);
  }

  /** Anchor is start, middle or end. */
  Svg text(double x, double y, String anchor, Paint fill, String words) {
    return raw(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>",
        x, y, anchor, fill.fill(), escape(words));
  }

  Svg small(double x, double y, String anchor, Paint fill, String words) {
    return raw(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s font-size=\"11\">%s</text>",
        x, y, anchor, fill.fill(), escape(words));
  }

  Svg heading(double x, double y, String words) {
    return raw(
        "<text x=\"%.1f\" y=\"%.1f\" %s font-size=\"15\" font-weight=\"600\">%s</text>",
        x, y, Paint.INK.fill(), escape(words));
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
