package org.percuta.planning;

import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.io.parameters.ParameterFiles;
import org.percuta.protocol.model.Knowledge;
import org.percuta.skin.SkinParameters;

/** The content that this build ships. */
final class Shipped {

  static final Knowledge KNOWLEDGE = KnowledgeReader.shipped().knowledge();
  static final SkinParameters PARAMETERS =
      SkinParameters.from(ParameterFiles.read().parameters()).orThrow();
  static final DosePlanner PLANNER = new DosePlanner(KNOWLEDGE, PARAMETERS);

  private Shipped() {}
}
