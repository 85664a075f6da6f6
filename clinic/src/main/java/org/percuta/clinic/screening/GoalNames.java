package org.percuta.clinic.screening;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Site;

/** What can be treated and where by one content, in words and out of forms. */
public record GoalNames(Knowledge knowledge) {

  /** Concerns that can be booked, by label; the first entry asks to choose. */
  public Map<String, String> concerns() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("", "Choose…");
    knowledge.concerns().values().stream()
        .filter(Concern::bookable)
        .sorted(Comparator.comparing(Concern::label))
        .forEach(concern -> labels.put(concern.id(), concern.label()));
    return labels;
  }

  /** Sites, by label; the first entry asks to choose. */
  public Map<String, String> sites() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("", "Choose…");
    knowledge.sites().values().forEach(site -> labels.put(site.id(), site.label()));
    return labels;
  }

  /** Reads {@code concern} and {@code site}; empty, with faults, when they make no goal. */
  public Optional<Goal> read(Form form) {
    Concern concern = knowledge.concerns().get(form.value("concern"));
    Site site = knowledge.sites().get(form.value("site"));
    if (concern == null || !concern.bookable()) {
      form.reject("concern", "Choose what is to be treated.");
    }
    if (site == null) {
      form.reject("site", "Choose where.");
    }
    if (concern == null || site == null || !form.isValid()) {
      return Optional.empty();
    }
    if (!isTreatedAt(concern, site)) {
      form.reject(
          "site",
          concern.label()
              + " is not treated at this place ("
              + site.label()
              + "). Choose one of: "
              + String.join(", ", sitesOf(concern).stream().map(Site::label).toList())
              + ".");
      return Optional.empty();
    }
    return Optional.of(Goal.inClinic(concern.id(), site.id()));
  }

  /** For example {@code Acne scars, cheeks}. */
  public String words(Goal goal) {
    return concern(goal.concern()) + ", " + lower(site(goal.site()));
  }

  public String concern(String id) {
    Concern concern = knowledge.concerns().get(id);
    return concern == null ? id : concern.label();
  }

  public String site(String id) {
    Site site = knowledge.sites().get(id);
    return site == null ? id : site.label();
  }

  private List<Site> sitesOf(Concern concern) {
    return knowledge.sites().values().stream().filter(site -> isTreatedAt(concern, site)).toList();
  }

  private static boolean isTreatedAt(Concern concern, Site site) {
    return concern.sites().isEmpty()
        ? site.family() == concern.family()
        : concern.sites().contains(site.id());
  }

  /** A label as it stands within a sentence. */
  public static String lower(String label) {
    return label.isEmpty() ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }
}
