package testkit;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of a run what was {@link Measured}, as one table; nothing when nothing was. */
public final class MeasuredTable implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.out.print(Measured.table());
    }
}
