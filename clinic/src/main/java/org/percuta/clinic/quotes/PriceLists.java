package org.percuta.clinic.quotes;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Service;

/** Writes versions of the clinic's price list; call within a clinic transaction. */
@Service
public class PriceLists {

  private final PriceRepository repository;
  private final Knowledge knowledge;
  private final Patients patients;
  private final Audit audit;
  private final Clock clock;

  PriceLists(
      PriceRepository repository,
      Knowledge knowledge,
      Patients patients,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.knowledge = knowledge;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes the next version as it would be typed.
   *
   * @param typed the fields of the form
   * @return what is wrong, by field; empty when it was written
   */
  public Map<String, String> add(Actor actor, Map<String, String> typed) {
    Form form = Form.of(typed);
    int next = repository.latest().map(PriceList::version).orElse(0) + 1;
    Optional<PriceList> list =
        PriceForm.read(form, knowledge, next, patients.today(actor), actor.name());
    if (list.isPresent() && !add(actor, list.get())) {
      form.reject("version", "Somebody else wrote version " + next + " first.");
    }
    return form.faults();
  }

  /** False when somebody else wrote this version first. */
  boolean add(Actor actor, PriceList list) {
    boolean added = repository.insert(list, clock.instant());
    if (added) {
      audit.record(
          actor,
          Audit.Action.CREATE,
          "price-list",
          null,
          "version " + list.version() + " from " + list.validFrom());
    }
    return added;
  }
}
