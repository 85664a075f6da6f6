package org.percuta.clinic.knowledge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds things by their id and by words. */
public final class WordIndex<T> {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Entry<T>> entries;

  private WordIndex(List<Entry<T>> entries) {
    this.entries = entries;
  }

  /** One thing to find. */
  public record Entry<T>(String id, String words, T item) {}

  public static <T> WordIndex<T> of(List<Entry<T>> entries) {
    return new WordIndex<>(
        entries.stream()
            .map(one -> new Entry<>(plain(one.id()), " " + plain(one.words()) + " ", one.item()))
            .toList());
  }

  /** What matches every word; an id or its beginning comes first, then whole words before parts. */
  public List<T> search(String query) {
    String wanted = plain(query);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> words = Arrays.asList(wanted.split(" ", -1));
    return entries.stream()
        .filter(entry ->
            entry.id().startsWith(wanted) || words.stream().allMatch(entry.words()::contains))
        .sorted(
            Comparator.comparingInt((Entry<T> entry) ->
                    entry.id().equals(wanted) ? 0 : entry.id().startsWith(wanted) ? 1 : 2)
                .thenComparing(entry ->
                    -words.stream()
                        .filter(word -> entry.words().contains(" " + word + " "))
                        .count()))
        .map(Entry::item)
        .toList();
  }

  /** Lower case, without accents, words apart by one space. */
  private static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
