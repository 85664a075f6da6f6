package org.percuta.clinic.screening;

import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Component;

/** {@link GoalNames} by what is in force at the clinic; within a clinic transaction. */
@Component
public class Goals {

  private final Protocols protocols;

  Goals(Protocols protocols) {
    this.protocols = protocols;
  }

  public Map<String, String> concerns() {
    return here().concerns();
  }

  public Map<String, String> sites() {
    return here().sites();
  }

  public Optional<Goal> read(Form form) {
    return here().read(form);
  }

  public String words(Goal goal) {
    return here().words(goal);
  }

  public String concern(String id) {
    return here().concern(id);
  }

  public String site(String id) {
    return here().site(id);
  }

  private GoalNames here() {
    return new GoalNames(protocols.here().knowledge());
  }
}
