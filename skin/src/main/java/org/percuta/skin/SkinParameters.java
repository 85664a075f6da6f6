package org.percuta.skin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.percuta.quantity.Parameter;
import org.percuta.quantity.Range;

/** The numbers the model runs on. Read elsewhere; here they are known to be complete. */
public final class SkinParameters {

  private final Map<String, Parameter> byId;

  private SkinParameters(Map<String, Parameter> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * The parameters when every id the model needs is there; otherwise a finding for each absent, and
   * for each site that mixes two methods of measuring.
   */
  public static Checked<SkinParameters> from(Map<String, Parameter> byId) {
    return Checked.of(new SkinParameters(byId), new ParameterCheck(byId).findings());
  }

  /**
   * The parameter of this id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Parameter get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No parameter " + id));
  }

  public Optional<Parameter> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public double value(DoseParameter parameter) {
    return get(parameter.id()).value();
  }

  /** Ids that stand between {@code prefix.} and the next dot: the devices, the sites. */
  public Set<String> names(String prefix) {
    Set<String> names = new TreeSet<>();
    for (String id : byId.keySet()) {
      String[] parts = id.split("\\.", -1);
      if (parts.length > 2 && parts[0].equals(prefix)) {
        names.add(parts[1]);
      }
    }
    return names;
  }

  /** The same parameters with one of them changed. */
  public SkinParameters with(String id, UnaryOperator<Parameter> change) {
    Map<String, Parameter> changed = new java.util.HashMap<>(byId);
    changed.put(id, change.apply(get(id)));
    return new SkinParameters(changed);
  }

  /** The same parameters with one value replaced; the range is widened to hold it. */
  public SkinParameters with(String id, double value) {
    return with(
        id,
        p ->
            new Parameter(
                p.id(),
                value,
                p.unit(),
                new Range(Math.min(p.range().low(), value), Math.max(p.range().high(), value)),
                p.method(),
                p.source(),
                p.grade(),
                p.recalled()));
  }
}
