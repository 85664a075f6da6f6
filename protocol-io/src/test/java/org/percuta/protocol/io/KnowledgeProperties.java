package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.KnowledgeCheck;

/** The shipped files, damaged line by line. */
class KnowledgeProperties {

  private static final SortedMap<String, byte[]> SHIPPED = KnowledgeFiles.shipped();
  private static final List<String> FILES =
      SHIPPED.keySet().stream().filter(name -> name.startsWith("protocol/")).toList();

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(FILES);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
        "",
        "- ",
        "  - {id: x}",
        "    grade: Z",
        "    when: {}",
        "    when: {all-of: x}",
        "  []",
        "    from: 7 weeks",
        "    low: yes",
        "x: [",
        "    claims: S1-001",
        "\t",
        "    id: [1]",
        "    sites: {a: b}",
        "    to: null",
        "&a b",
        "    below: NaN",
        "    value: 1e999");
  }

  @Property
  void aDamagedFileHasFindingsAtItsPlaceAndNeverThrows(
      @ForAll("files") String file,
      @ForAll("lines") String line,
      @ForAll @IntRange(min = 1, max = 400) int at,
      @ForAll boolean insert) {
    List<String> lines =
        new ArrayList<>(new String(bytes(file), StandardCharsets.UTF_8).lines().toList());
    int index = at % lines.size();
    if (insert) {
      lines.add(index, line);
    } else {
      lines.set(index, line);
    }
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("version.yaml", bytes("version.yaml"));
    files.put(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

    LoadedKnowledge loaded = KnowledgeReader.read(files, "");
    List<Finding> checked =
        KnowledgeCheck.findings(loaded.knowledge(), Map.of(), loaded.places()::of);

    assertThat(loaded.findings()).allMatch(finding -> finding.place().line() >= 1);
    assertThat(checked).allMatch(finding -> finding.place().file().equals(file));
  }

  private static byte[] bytes(String file) {
    return SHIPPED.getOrDefault(file, new byte[0]);
  }
}
