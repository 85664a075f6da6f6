package org.percuta.protocol.evaluate;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.percuta.protocol.model.Site;

/** Which sites hold which. */
public final class SiteMap {

  private final Map<String, Set<String>> withParts = new HashMap<>();

  public SiteMap(Map<String, Site> sites) {
    for (String id : sites.keySet()) {
      Set<String> all = new HashSet<>();
      collect(id, sites, all);
      withParts.put(id, Set.copyOf(all));
    }
  }

  /** Whether {@code inner} is {@code outer} or lies in it. */
  public boolean holds(String outer, String inner) {
    return parts(outer).contains(inner);
  }

  /** Whether the two share skin. */
  public boolean overlap(String a, String b) {
    return !Collections.disjoint(parts(a), parts(b));
  }

  private Set<String> parts(String site) {
    return withParts.getOrDefault(site, Set.of(site));
  }

  private static void collect(String id, Map<String, Site> sites, Set<String> into) {
    Site site = sites.get(id);
    if (into.add(id) && site != null) {
      site.parts().forEach(part -> collect(part, sites, into));
    }
  }
}
