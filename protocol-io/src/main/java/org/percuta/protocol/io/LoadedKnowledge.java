package org.percuta.protocol.io;

import java.util.List;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;

/**
 * Knowledge as read, with where everything stands and what was wrong.
 *
 * @param knowledge everything that could be read, under the numbers it ships; places know its items
 *     as written
 */
public record LoadedKnowledge(Knowledge knowledge, Places places, List<Finding> findings) {

  public boolean isValid() {
    return findings.stream().noneMatch(Finding::isError);
  }
}
