package org.percuta.skin.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.percuta.skin.TestParameters;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.healing.Ensemble;
import org.percuta.skin.healing.HealingCourse;
import org.percuta.skin.healing.HealingPerson;
import org.percuta.skin.healing.Projection;
import org.w3c.dom.Element;

class PictureTest {

  private static final Dose DOSE =
      Dosimetry.dose(TestParameters.SHIPPED, DoseRequest.of("roller-192", "cheeks", 1.5, 15))
          .orThrow();

  @Test
  void theDensityPictureHasADotForEachPuncture() throws Exception {
    Element svg = parse(DensityPicture.of(DOSE));
    assertThat(svg.getElementsByTagName("circle").getLength()).isBetween(180, 280);
  }

  @Test
  void theCrossSectionNamesEveryLayer() throws Exception {
    String text = parse(CrossSection.of(DOSE)).getTextContent();
    assertThat(text)
        .contains(
            "stratum corneum", "epidermis", "papillary dermis", "reticular dermis", "subcutis")
        .contains("ultrasound", "not a measurement");
  }

  @Test
  void theTimelineSaysThatItIsAModel() throws Exception {
    HealingCourse course = HealingCourse.of(HealingPerson.REFERENCE, DOSE, 4, 28).orThrow();
    String text =
        parse(HealingTimeline.of(new Ensemble(TestParameters.SHIPPED).project(course, DOSE, 60, 1)))
            .getTextContent();
    assertThat(text).contains("A model", "50 %", "90 %", "Redness", "Collagen");
  }

  @Test
  void moreThanAnEyeCanCountIsDrawnOnASmallerSquare() throws Exception {
    DoseRequest slow = DoseRequest.of("pen-36", "cheeks", 0.5, 10).withSpeed(0.1);
    Dose dose = Dosimetry.dose(TestParameters.SHIPPED, slow).orThrow();
    assertThat(dose.density_cm2().mean()).isGreaterThan(100_000);
    Element svg = parse(DensityPicture.of(dose));
    assertThat(svg.getElementsByTagName("circle").getLength()).isBetween(500, 6_000);
    assertThat(svg.getTextContent()).contains("mm of skin");
  }

  @Test
  void picturesAskForNothingThatAPageMayForbid() throws Exception {
    HealingCourse course = HealingCourse.of(HealingPerson.REFERENCE, DOSE, 2, 28).orThrow();
    Projection projection = new Ensemble(TestParameters.SHIPPED).project(course, DOSE, 60, 1);
    HealingTimeline.Panels panels = HealingTimeline.panels(projection, "first");
    for (String svg :
        List.of(
            DensityPicture.of(DOSE),
            CrossSection.of(DOSE),
            CrossSection.drawing(DOSE),
            HealingTimeline.of(projection),
            panels.redness(),
            panels.barrier(),
            panels.collagen())) {
      parse(svg);
      assertThat(svg).doesNotContain("style", "href", "<script");
    }
    assertThat(panels.redness()).contains("id=\"first-redness-title\"").contains("stroke-rose");
  }

  private static Element parse(String svg) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    for (String id : root.getAttribute("aria-labelledby").split(" ")) {
      assertThat(svg).contains("id=\"" + id + "\"");
    }
    assertThat(root.getElementsByTagName("title").getLength()).isEqualTo(1);
    assertThat(root.getElementsByTagName("desc").getLength()).isEqualTo(1);
    assertThat(svg).doesNotContain("NaN", "Infinity");
    return root;
  }
}
