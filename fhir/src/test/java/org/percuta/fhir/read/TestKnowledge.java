package org.percuta.fhir.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Knowledge;

/** The knowledge that this build ships. */
final class TestKnowledge {

  private static final Knowledge SHIPPED = KnowledgeReader.shipped().knowledge();

  static final Collection<String> SITES = SHIPPED.sites().keySet();

  /** Tests run in the module's folder, or in the root. */
  static final Path ROOT = Files.isDirectory(Path.of("knowledge")) ? Path.of("") : Path.of("..");

  private TestKnowledge() {}

  static FhirReader reader() {
    return FhirReader.of(SHIPPED);
  }

  static Map<String, FactDefinition> facts() {
    return SHIPPED.facts();
  }

  static List<CodeMapping> mappings() {
    return SHIPPED.codes();
  }
}
