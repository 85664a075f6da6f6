package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anything in the knowledge that must say where it comes from. */
public interface Sourced {
  String id();

  /** Ids of the article claims it carries out, for example {@code S1-046}. */
  List<String> claims();

  /** Ids of the literature facts it rests on. */
  List<String> literature();

  Grade grade();

  /** The conflict or authority disagreement whose reading it applies, if any. */
  @Nullable String conflict();
}
