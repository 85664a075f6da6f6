package org.percuta.clinic.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.stereotype.Component;

/** Begins each request's {@link Assessment}, with the answers that its browser keeps. */
@Component
class Assessments {

  private final PublicProtocol protocol;
  private final AnswersCookie cookie;
  private final Clock clock;
  private final ZoneId zone;

  Assessments(PublicProtocol protocol, AnswersCookie cookie, Clock clock, ServerSettings settings) {
    this.protocol = protocol;
    this.cookie = cookie;
    this.clock = clock;
    this.zone = ZoneId.of(settings.timeZone());
  }

  /** Asked for once a request. */
  Assessment of(HttpServletRequest request) {
    InForce inForce = protocol.current();
    return Assessment.of(
        inForce,
        cookie.read(request, inForce.knowledge()),
        LocalDate.ofInstant(clock.instant(), zone));
  }
}
