package org.percuta.protocol.io.parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.KnowledgeFiles;
import org.percuta.protocol.io.Node;
import org.percuta.protocol.io.YamlReader;
import org.percuta.protocol.validate.Place;
import org.percuta.quantity.Parameter;

/** Reads the numbers of the skin model; a malformed entry is a finding and is left out. */
public final class ParameterFiles {

  private ParameterFiles() {}

  /** The parameters that this build ships. */
  public static LoadedParameters read() {
    return read(KnowledgeFiles.shippedParameters());
  }

  /** The parameters below a folder laid out as {@code knowledge/} is. */
  public static LoadedParameters read(Path knowledge) throws IOException {
    return read(KnowledgeFiles.parametersFromFolder(knowledge));
  }

  /** The parameters of these files, by path. */
  public static LoadedParameters read(SortedMap<String, byte[]> files) {
    Findings findings = new Findings();
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    files.forEach((name, bytes) ->
        YamlReader.read(name, bytes, findings)
            .ifPresent(root -> readFile(root, parameters, findings)));
    if (files.isEmpty()) {
      findings.error(
          "PX-0720",
          "No parameter file was found.",
          "parameters",
          Place.of("parameters/"),
          "Maybe the wrong folder was named?");
    }
    return new LoadedParameters(Collections.unmodifiableMap(parameters), findings.list());
  }

  private static void readFile(Node root, Map<String, Parameter> into, Findings findings) {
    if (!(root instanceof Node.MapNode map
        && map.entries().size() == 1
        && map.get("parameters") instanceof Node.ListNode list)) {
      findings.error(
          "PX-0721",
          "The file should hold one key, parameters, with a list.",
          "parameters",
          root.place(),
          null);
      return;
    }
    for (Node item : list.items()) {
      new ParameterEntry(item, findings)
          .read()
          .ifPresent(parameter -> {
            if (into.putIfAbsent(parameter.id(), parameter) != null) {
              findings.error(
                  "PX-0722",
                  "The id stands twice.",
                  parameter.id(),
                  item.place(),
                  "Maybe one of them is another number?");
            }
          });
    }
  }
}
