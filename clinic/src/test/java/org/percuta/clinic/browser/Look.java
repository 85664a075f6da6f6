package org.percuta.clinic.browser;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;

/** On what a page is looked at. */
enum Look {
  PHONE(390, 844, ColorScheme.LIGHT, Media.SCREEN, "-390"),
  PHONE_DARK(390, 844, ColorScheme.DARK, Media.SCREEN, "-390-dark"),
  DESK(1280, 800, ColorScheme.LIGHT, Media.SCREEN, "-1280"),
  DESK_DARK(1280, 800, ColorScheme.DARK, Media.SCREEN, "-1280-dark"),
  PAPER(1280, 800, ColorScheme.LIGHT, Media.PRINT, "-print");

  /** The phone once in the light, the desk in both: colours do not depend on the width. */
  static final List<Look> USUAL = List.of(PHONE, DESK, DESK_DARK);

  static final List<Look> SCREENS = List.of(PHONE, PHONE_DARK, DESK, DESK_DARK);

  final int width;
  final int height;
  final ColorScheme scheme;
  final Media media;

  /** What the name of a picture ends with. */
  final String suffix;

  Look(int width, int height, ColorScheme scheme, Media media, String suffix) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
    this.media = media;
    this.suffix = suffix;
  }

  boolean isDark() {
    return scheme == ColorScheme.DARK;
  }
}
