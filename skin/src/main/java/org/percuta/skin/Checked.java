package org.percuta.skin;

import java.util.List;
import java.util.function.Function;

/**
 * An answer, or the findings for which there is none.
 *
 * @param <T> what is answered
 */
public sealed interface Checked<T> {

  /** The answer. */
  record Valid<T>(T value) implements Checked<T> {}

  /** Every finding, never none. */
  record Invalid<T>(List<SkinFinding> findings) implements Checked<T> {
    public Invalid {
      findings = List.copyOf(findings);
    }
  }

  /** The answer when there are no findings. */
  static <T> Checked<T> of(T value, List<SkinFinding> findings) {
    return findings.isEmpty() ? new Valid<>(value) : new Invalid<>(findings);
  }

  default <R> Checked<R> flatMap(Function<? super T, Checked<R>> next) {
    return switch (this) {
      case Valid<T>(T value) -> next.apply(value);
      case Invalid<T>(List<SkinFinding> findings) -> new Invalid<>(findings);
    };
  }

  default <R> Checked<R> map(Function<? super T, ? extends R> next) {
    return flatMap(value -> new Valid<>(next.apply(value)));
  }

  /**
   * The answer.
   *
   * @throws IllegalStateException with the findings when there is none
   */
  default T orThrow() {
    return switch (this) {
      case Valid<T>(T value) -> value;
      case Invalid<T>(List<SkinFinding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }

  default List<SkinFinding> problems() {
    return switch (this) {
      case Valid<T> _ -> List.of();
      case Invalid<T>(List<SkinFinding> findings) -> findings;
    };
  }
}
