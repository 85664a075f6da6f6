package org.percuta.protocol.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word nearest to a mistyped one. */
public final class Nearest {

  private static final int FARTHEST = 3;

  private Nearest() {}

  /** The nearest of {@code known} within three edits, if any. */
  public static Optional<String> find(String typed, Collection<String> known) {
    String word = typed.toLowerCase(Locale.ROOT);
    int limit = Math.min(FARTHEST, Math.max(1, word.length() / 2));
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(Comparator.comparingInt((String c) -> distance(word, c)).thenComparing(c -> c));
  }

  /** A hint naming it, or listing all that is known when nothing is near and the list is short. */
  public static String hint(String typed, Collection<String> known) {
    return find(typed, known)
        .map(near -> "Maybe " + near + "?")
        .orElseGet(
            () -> "Maybe one of: " + String.join(", ", known.stream().sorted().toList()) + "?");
  }

  /** Optimal string alignment distance: a swap of neighbours is one edit. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
