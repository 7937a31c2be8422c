package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductRateTest {
    private static final ComputeDevice CPU = new ComputeDevice.Cpu();

    @Test
    void aProductCostsTwoOperationsForEachOfItsTerms() {
        assertThat(new Products.Size(3, 5).flop()).isEqualTo(150);
    }

    /// Between what a single scalar unit does and what no processor does: a unit or a factor of a thousand is not lost.
    @Test
    void theProcessorsRateIsThatOfAProcessor() {
        double rate = ProductRate.flopPerSecond(TestEngine.get(), new Footing(CPU, Precision.FLOAT32, 2));
        assertThat(rate).isBetween(1e9, 100e12);
    }

    @Test
    void moreProductsTakeLonger() {
        try (Products products = new Products(TestEngine.get(), CPU, Precision.FLOAT32, new Products.Size(256, 256))) {
            products.seconds(1);
            double one = Double.POSITIVE_INFINITY;
            double many = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 5; i++) {
                one = Math.min(one, products.seconds(1));
                many = Math.min(many, products.seconds(400));
            }
            assertThat(many).isGreaterThan(5 * one);
        }
    }
}
