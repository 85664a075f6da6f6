package org.percuta.clinic.quotes;

import java.util.Set;
import org.percuta.clinic.courses.CoursePanel;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where prices and quotes are found: in the top bar, and beside a course. */
@Configuration(proxyBeanMethods = false)
class QuotesMenu {

  @Bean
  MenuItem pricesMenu() {
    return new MenuItem(65, "Prices", "/prices", Set.of(Role.OWNER, Role.FRONT_DESK));
  }

  @Bean
  CoursePanel quotesPanel(Quotes quotes, QuoteRepository repository) {
    return course -> panel(course, quotes.ledger(course), repository.count(course.id()));
  }

  private static CoursePanel.Panel panel(PatientCourse course, Ledger ledger, int offered) {
    String words =
        ledger.isEmpty()
            ? offered == 0 ? "None offered yet." : offered + " offered."
            : "Package: "
                + ledger.left()
                + " of "
                + (ledger.bought() + ledger.credited() - ledger.returned())
                + " sessions left.";
    return CoursePanel.Panel.card(
        "Quotes and package", words, QuoteController.address(course) + "/quotes", "Open quotes");
  }
}
