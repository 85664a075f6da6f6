package org.percuta.protocol.io;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;

/** Reads goals: a concern that is offered, at a named site where it is treated. */
public final class GoalReader {

  private final Knowledge knowledge;
  private final Findings findings;

  public GoalReader(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
  }

  /** Reads {@code concern@site}. */
  public Optional<Goal> read(String text, Setting setting, Place place) {
    int at = text.indexOf('@');
    if (at <= 0 || at == text.length() - 1) {
      findings.error(
          "PX-0201",
          "'" + text + "' is not a goal.",
          "goal",
          place,
          "Maybe write CONCERN@SITE, for example acne-scars@cheeks?");
      return Optional.empty();
    }
    return read(text.substring(0, at), text.substring(at + 1), setting, place);
  }

  Optional<Goal> read(String concernText, String siteText, Setting setting, Place place) {
    Optional<Concern> concern = concern(concernText.strip(), place);
    Optional<Site> site = site(siteText.strip(), place);
    if (concern.isEmpty() || site.isEmpty() || !treatedThere(concern.get(), site.get(), place)) {
      return Optional.empty();
    }
    return Optional.of(new Goal(concern.get().id(), site.get().id(), setting));
  }

  private Optional<Concern> concern(String text, Place place) {
    Concern concern = knowledge.concerns().get(text);
    if (concern == null) {
      // What is never offered is told why under any of its names.
      concern =
          knowledge.concerns().values().stream()
              .filter(c -> !c.bookable() && c.aliases().contains(text.toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElse(null);
    }
    List<String> bookable =
        knowledge.concerns().values().stream().filter(Concern::bookable).map(Concern::id).toList();
    if (concern == null) {
      findings.error(
          "PX-0202",
          "'" + text + "' is not a concern Percuta knows.",
          "goal",
          place,
          byAlias(
                  text,
                  knowledge.concerns().values().stream()
                      .collect(java.util.stream.Collectors.toMap(Concern::id, Concern::aliases)))
              .orElseGet(() -> Nearest.hint(text, bookable)));
      return Optional.empty();
    }
    if (!concern.bookable()) {
      findings.error(
          "PX-0203",
          concern.label() + " is not offered: " + concern.unbookable(),
          "goal",
          place,
          "Maybe one of: " + String.join(", ", bookable) + "?");
      return Optional.empty();
    }
    return Optional.of(concern);
  }

  Optional<Site> site(String text, Place place) {
    Site site = knowledge.sites().get(text);
    if (site == null) {
      findings.error(
          "PX-0204",
          "'" + text + "' is not a site Percuta knows.",
          "site",
          place,
          byAlias(
                  text,
                  knowledge.sites().values().stream()
                      .collect(java.util.stream.Collectors.toMap(Site::id, Site::aliases)))
              .orElseGet(() -> Nearest.hint(text, knowledge.sites().keySet())));
    }
    return Optional.ofNullable(site);
  }

  private boolean treatedThere(Concern concern, Site site, Place place) {
    boolean listed = concern.sites().isEmpty() || concern.sites().contains(site.id());
    if (concern.family() == site.family() && listed) {
      return true;
    }
    List<String> where =
        knowledge.sites().values().stream()
            .filter(s -> s.family() == concern.family())
            .map(Site::id)
            .filter(id -> concern.sites().isEmpty() || concern.sites().contains(id))
            .toList();
    findings.error(
        "PX-0205",
        concern.label() + " is not treated at the site '" + site.id() + "'.",
        "goal",
        place,
        "Maybe at one of: " + String.join(", ", where) + "?");
    return false;
  }

  private static Optional<String> byAlias(String text, Map<String, List<String>> aliases) {
    return aliases.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(a -> a.equalsIgnoreCase(text)))
        .map(e -> "Maybe " + e.getKey() + "?")
        .findFirst();
  }
}
