package org.percuta.skin.picture;

import org.jspecify.annotations.Nullable;

/**
 * A colour of a picture: as a presentation attribute, so that a file stands by itself, and as a
 * class, by which a page that embeds the picture gives the colour of its own theme.
 */
enum Paint {
  PAPER("#faf8f5", "paper"),
  INK("#20252b", "ink"),
  ROSE("#a9475a", "rose"),
  SAGE("#4f7566", "sage"),
  SLATE("#51606f", "slate"),
  LINE("#d8d3cb", "line"),
  /** Skin and what is drawn on it look the same in every theme. */
  SKIN("#f3e3dc", null),
  CORNEUM("#e9d9c3", null),
  EPIDERMIS("#f0c9b5", null),
  PAPILLARY("#e6a69a", null),
  RETICULAR("#d98d8a", null),
  SUBCUTIS("#f3dfa2", null),
  NEEDLE("#51606f", null),
  ON_SKIN("#20252b", null),
  MARK("#a9475a", null),
  NONE("none", null);

  private final String colour;
  private final @Nullable String name;

  Paint(String colour, @Nullable String name) {
    this.colour = colour;
    this.name = name;
  }

  /** Attributes of an element that is filled. */
  String fill() {
    return name == null
        ? "fill=\"" + colour + "\""
        : "fill=\"" + colour + "\" class=\"fill-" + name + "\"";
  }

  /** Attributes of an element that is only drawn around. */
  String stroke() {
    return name == null
        ? "stroke=\"" + colour + "\""
        : "stroke=\"" + colour + "\" class=\"stroke-" + name + "\"";
  }

  /** Attributes of an element that is both. */
  static String of(Paint fill, Paint stroke) {
    StringBuilder classes = new StringBuilder();
    if (fill.name != null) {
      classes.append("fill-").append(fill.name);
    }
    if (stroke.name != null) {
      classes.append(classes.isEmpty() ? "" : " ").append("stroke-").append(stroke.name);
    }
    return "fill=\""
        + fill.colour
        + "\" stroke=\""
        + stroke.colour
        + "\""
        + (classes.isEmpty() ? "" : " class=\"" + classes + "\"");
  }
}
