package org.percuta.clinic.assessment;

import java.util.List;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Site;

/**
 * Where on the face or body? A picture and a list that do the same.
 *
 * @param chosen id of the site chosen before; empty when none
 */
record SiteView(Concern concern, List<Site> sites, String chosen, Form form) {

  boolean has(String site) {
    return sites.stream().anyMatch(one -> one.id().equals(site));
  }

  String label(String site) {
    return sites.stream()
        .filter(one -> one.id().equals(site))
        .map(Site::label)
        .findFirst()
        .orElse("");
  }

  boolean isChosen(String site) {
    return chosen.equals(site);
  }

  boolean showsFace() {
    return has("face") || has("cheeks");
  }

  boolean showsBody() {
    return has("abdomen") || has("arms");
  }
}
