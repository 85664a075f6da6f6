package org.percuta.skin.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.percuta.skin.TestParameters;

/** Our stiff solver against the equations and against a solver nobody here wrote. */
class HealingSolverTest {

  private static final double DAYS = 60;

  @Test
  void itAgreesWithDormandPrinceOfHipparchus() {
    double[] ours = wounded();
    Rates rates = rates();
    new Rodas3(new HealingSystem(rates), 1e-8)
        .integrate(ours, 0, DAYS, (from, to, y0, f0, y1, f1) -> {});
    HealingSystem system = new HealingSystem(rates);
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return State.COUNT;
          }

          @Override
          public double[] computeDerivatives(double t, double[] y) {
            double[] d = new double[State.COUNT];
            system.derivatives(y, d);
            return d;
          }
        };
    double[] theirs =
        new DormandPrince853Integrator(1e-8, 1, 1e-13, 1e-11)
            .integrate(equation, new ODEState(0, wounded()), DAYS)
            .getPrimaryState();
    for (State state : State.values()) {
      assertThat(ours[state.ordinal()])
          .as(state.name())
          .isCloseTo(theirs[state.ordinal()], within(1e-6));
    }
  }

  @Test
  void theJacobianIsTheDerivativeOfTheEquations() {
    HealingSystem system = new HealingSystem(rates());
    double[] y = new double[State.COUNT];
    for (int i = 0; i < y.length; i++) {
      y[i] = 0.2 + 0.05 * i;
    }
    double[] jacobian = new double[State.COUNT * State.COUNT];
    system.jacobian(y, jacobian);
    double h = 1e-6;
    double[] above = new double[State.COUNT];
    double[] below = new double[State.COUNT];
    for (int j = 0; j < State.COUNT; j++) {
      double kept = y[j];
      y[j] = kept + h;
      system.derivatives(y, above);
      y[j] = kept - h;
      system.derivatives(y, below);
      y[j] = kept;
      for (int i = 0; i < State.COUNT; i++) {
        assertThat(jacobian[i * State.COUNT + j])
            .as(State.values()[i] + " by " + State.values()[j])
            .isCloseTo((above[i] - below[i]) / (2 * h), within(1e-7));
      }
    }
  }

  @Test
  void theMethodIsOfThirdOrder() {
    double exact = at(1e-9);
    double coarse = Math.abs(at(1e-3) - exact);
    double fine = Math.abs(at(1e-5) - exact);
    assertThat(fine).isLessThan(coarse / 5);
  }

  private static double at(double tolerance) {
    double[] y = wounded();
    new Rodas3(new HealingSystem(rates()), tolerance)
        .integrate(y, 0, DAYS, (from, to, y0, f0, y1, f1) -> {});
    return y[State.COLLAGEN_I.ordinal()];
  }

  private static Rates rates() {
    Rates rates = Rates.of(TestParameters.SHIPPED);
    rates.apply(HealingPerson.REFERENCE);
    return rates;
  }

  private static double[] wounded() {
    double[] y = new double[State.COUNT];
    y[State.DEBRIS.ordinal()] = 1;
    y[State.REDNESS.ordinal()] = 1;
    y[State.BARRIER_DEFICIT.ordinal()] = 0.05;
    return y;
  }
}
