package org.percuta.clinic.assessment;

import java.util.List;
import org.percuta.clinic.knowledge.ZoneMap;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Site;

/**
 * Where on the face or body? A picture and a list that do the same.
 *
 * @param chosen id of the site chosen before; empty when none
 */
record SiteView(Concern concern, List<Site> sites, String chosen, Form form) {

  ZoneMap map() {
    return new ZoneMap(sites, chosen);
  }
}
