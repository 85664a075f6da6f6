package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.validate.Coverage;

/**
 * Each claim is marked with the kinds of item that carry it out. With {@code -Dpercuta.write=true}
 * the marks are written; nothing else in the files is touched.
 */
class ClaimMarksTest {

  private static final Path CLAIMS = Path.of("../knowledge/sources/claims");
  private static final Pattern ID = Pattern.compile("^\\s*- id: (\\S+)\\s*$");
  private static final Pattern USE = Pattern.compile("^(\\s*use: ).*?(\\s*)$");

  @Test
  void theMarksAreWhatTheItemsName() throws IOException {
    Coverage coverage =
        Coverage.of(
            KnowledgeReader.read(KnowledgeFiles.fromFolder(Path.of("../knowledge")), "")
                .knowledge());
    try (Stream<Path> files = Files.list(CLAIMS)) {
      for (Path file : files.sorted().toList()) {
        String had = Files.readString(file);
        String marked = marked(had, coverage);
        if (Boolean.getBoolean("percuta.write") && !marked.equals(had)) {
          Files.writeString(file, marked);
        } else {
          assertThat(had.lines().toList()).as("%s", file).isEqualTo(marked.lines().toList());
        }
      }
    }
  }

  @Test
  void markingChangesNothingButTheMarks() {
    Coverage nothing = Coverage.of(KnowledgeReader.read(new java.util.TreeMap<>(), "").knowledge());
    String file = "claims:\n  # note\n  - id: S0-001\r\n    use: [rule, x] \n    x: 'use: []'";

    assertThat(marked(file, nothing))
        .isEqualTo("claims:\n  # note\n  - id: S0-001\r\n    use: [] \n    x: 'use: []'");
  }

  private static String marked(String file, Coverage coverage) {
    StringBuilder text = new StringBuilder();
    List<String> kinds = List.of();
    // The negative limit keeps the empty end, so that the last line break stays.
    for (String line : file.split("(?<=\n)", -1)) {
      Matcher id = ID.matcher(line);
      Matcher use = USE.matcher(line);
      if (id.matches()) {
        kinds = coverage.kindsUsing(id.group(1));
      }
      text.append(
          use.matches()
              ? use.group(1) + "[" + String.join(", ", kinds) + "]" + use.group(2)
              : line);
    }
    return text.toString();
  }
}
