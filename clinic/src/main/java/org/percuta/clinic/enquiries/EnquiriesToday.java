package org.percuta.clinic.enquiries;

import java.util.List;
import java.util.Set;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** Enquiries that nobody has seen to, on the page of today. */
@Component
class EnquiriesToday implements TodayPanel {

  private static final int SHOWN = 5;

  private final EnquiryRepository repository;

  EnquiriesToday(EnquiryRepository repository) {
    this.repository = repository;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Set<Role> roles() {
    return EnquiriesController.ROLES;
  }

  @Override
  public Panel of(Actor actor) {
    List<Line> lines =
        repository.list(true, SHOWN).stream()
            .map(one ->
                new Line(
                    one.name(),
                    EnquiriesController.when(one.at(), actor),
                    "/enquiries/" + one.id()))
            .toList();
    return new Panel("Enquiries", lines, "No enquiry is open.", "/enquiries", "Open the enquiries");
  }
}
