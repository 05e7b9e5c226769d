"""What words say by themselves: tokens, numbers, prices, times, days and zones."""
