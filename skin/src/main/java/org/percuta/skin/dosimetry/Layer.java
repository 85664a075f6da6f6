package org.percuta.skin.dosimetry;

/** Layers from the surface down. */
public enum Layer {
  STRATUM_CORNEUM("stratum corneum"),
  EPIDERMIS("epidermis"),
  PAPILLARY_DERMIS("papillary dermis"),
  RETICULAR_DERMIS("reticular dermis"),
  SUBCUTIS("subcutis");

  private final String words;

  Layer(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
