package org.percuta.skin.dosimetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.percuta.quantity.Parameter;
import org.percuta.quantity.Range;
import org.percuta.skin.Checked;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.dosimetry.SkinSite.Method;

/** The places whose thickness is known. */
public final class SkinSites {

  private static final double YOUNGEST = 16;
  private static final double OLDEST = 110;

  /** Thinner than this share of the table's value no age makes the dermis. */
  private static final double THINNEST_SHARE = 0.5;

  private final SkinParameters parameters;

  public SkinSites(SkinParameters parameters) {
    this.parameters = parameters;
  }

  /** Ids of the places, sorted. */
  public Set<String> list() {
    Set<String> sites = new TreeSet<>();
    for (String name : parameters.names("skin")) {
      if (parameters.find("skin." + name + ".area").isPresent()) {
        sites.add(name);
      }
    }
    return sites;
  }

  /**
   * The skin at this place. Thickness follows sex by table, and age by a recalled slope past the
   * reference age; a younger person has the table's value.
   *
   * @param age years, 16 to 110; absent leaves the table as it is
   */
  public Checked<SkinSite> find(String id, Sex sex, OptionalDouble age) {
    List<SkinFinding> findings = new ArrayList<>();
    if (!list().contains(id)) {
      findings.add(
          new SkinFinding(
              "PX-0703",
              "site",
              "'" + id + "' is none of " + String.join(", ", list()) + ".",
              null));
    }
    if (age.isPresent() && !(age.getAsDouble() >= YOUNGEST && age.getAsDouble() <= OLDEST)) {
      findings.add(SkinFinding.outside("age", age.getAsDouble(), "years", YOUNGEST, OLDEST, null));
    }
    return findings.isEmpty()
        ? new Checked.Valid<>(site(id, sex, age))
        : new Checked.Invalid<>(findings);
  }

  private SkinSite site(String id, Sex sex, OptionalDouble age) {
    Parameter corneum = parameters.get(DoseParameter.CORNEUM_SHARE.id());
    Parameter papillary = parameters.get(DoseParameter.PAPILLARY_SHARE.id());
    Thickness epidermis = thickness(id, "epidermis", sex);
    Thickness dermis = thickness(id, "dermis", sex).times(thinning(age));
    if (epidermis.method() != dermis.method()) {
      throw new IllegalStateException(id + " mixes two methods of measuring thickness");
    }
    return new SkinSite(
        id,
        sex,
        dermis.method(),
        epidermis.range(),
        dermis.range(),
        epidermis.mean(),
        dermis.mean(),
        corneum.range(),
        corneum.value(),
        papillary.range(),
        papillary.value(),
        parameters.get("skin." + id + ".area").value());
  }

  private double thinning(OptionalDouble age) {
    if (age.isEmpty()) {
      return 1;
    }
    double decades =
        Math.max(0, age.getAsDouble() - parameters.value(DoseParameter.REFERENCE_AGE)) / 10;
    return Math.max(THINNEST_SHARE, 1 - decades * parameters.value(DoseParameter.AGE_THINNING));
  }

  private record Thickness(double mean, Range range, Method method) {
    Thickness times(double factor) {
      return new Thickness(
          mean * factor, new Range(range.low() * factor, range.high() * factor), method);
    }
  }

  private Thickness thickness(String site, String layer, Sex sex) {
    if (sex != Sex.UNKNOWN) {
      return thickness(
          parameters.get("skin." + site + "." + layer + "." + sex.name().toLowerCase(Locale.ROOT)));
    }
    Thickness female = thickness(site, layer, Sex.FEMALE);
    Thickness male = thickness(site, layer, Sex.MALE);
    return new Thickness(
        (female.mean() + male.mean()) / 2,
        new Range(
            Math.min(female.range().low(), male.range().low()),
            Math.max(female.range().high(), male.range().high())),
        female.method());
  }

  private static Thickness thickness(Parameter parameter) {
    return new Thickness(
        parameter.value(),
        parameter.range(),
        method(parameter)
            .orElseThrow(() -> new IllegalStateException(parameter.id() + " names no method")));
  }

  private static Optional<Method> method(Parameter parameter) {
    for (Method method : Method.values()) {
      if (parameter.method().startsWith(method.name().toLowerCase(Locale.ROOT) + ";")) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
