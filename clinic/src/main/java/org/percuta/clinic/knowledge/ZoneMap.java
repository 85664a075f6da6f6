package org.percuta.clinic.knowledge;

import java.util.List;
import java.util.Set;
import org.percuta.protocol.model.Site;

/**
 * Places to choose from in a picture of the face and the body; shown by the templates {@code
 * ui/faceMap} and {@code ui/bodyMap}. A form with it has a list beside it that does the same.
 *
 * @param chosen id of the site chosen before; empty when none
 */
public record ZoneMap(List<Site> sites, String chosen) {

  private static final Set<String> FACE =
      Set.of(
          "face",
          "forehead",
          "glabella",
          "under-eye",
          "cheeks",
          "nose",
          "upper-lip",
          "chin",
          "scalp");
  private static final Set<String> BODY =
      Set.of("decolletage", "arms", "hands", "abdomen", "thighs", "legs", "back");

  public ZoneMap {
    sites = List.copyOf(sites);
  }

  public boolean has(String site) {
    return sites.stream().anyMatch(one -> one.id().equals(site));
  }

  public String label(String site) {
    return sites.stream()
        .filter(one -> one.id().equals(site))
        .map(Site::label)
        .findFirst()
        .orElse("");
  }

  public boolean isChosen(String site) {
    return chosen.equals(site);
  }

  /** The neck is on both pictures, and alone on the face's. */
  public boolean showsFace() {
    return FACE.stream().anyMatch(this::has) || (has("neck") && !showsBody());
  }

  public boolean showsBody() {
    return BODY.stream().anyMatch(this::has);
  }
}
