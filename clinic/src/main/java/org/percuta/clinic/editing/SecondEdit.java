package org.percuta.clinic.editing;

import java.util.List;
import java.util.Map;
import org.percuta.clinic.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the second of two editors sees: what is saved now beside what they sent, and a way to do
 * each.
 *
 * @param what the thing both edited
 * @param action where the second edit is sent again, on top of what is saved now
 * @param fields what is sent again, the new version among it
 * @param leave where the saved state is shown
 */
public record SecondEdit(
    String what, List<Row> rows, String action, Map<String, String> fields, String leave) {

  /** One thing that differs. */
  public record Row(String name, String saved, String typed) {}

  public ModelAndView page() {
    return View.with(HttpStatus.CONFLICT, "editing/second", this);
  }
}
