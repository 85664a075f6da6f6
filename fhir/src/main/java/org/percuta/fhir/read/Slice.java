package org.percuta.fhir.read;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A part of a file that holds JSON: all of it, or one line of NDJSON.
 *
 * @param from index of the first byte
 * @param to index after the last byte
 * @param linesBefore lines of the file before the part
 */
record Slice(byte[] bytes, int from, int to, String file, int linesBefore) {

  /** FHIR nests a dozen deep; a questionnaire of a hundred levels would still be read. */
  static final int DEEPEST = 250;

  /** The longest text that is read; skipped texts, such as pictures, may be longer. */
  static final int LONGEST_TEXT = 1_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  JsonParser parser(int start) {
    return JSON.createParser(ObjectReadContext.empty(), bytes, start, to - start);
  }
}
