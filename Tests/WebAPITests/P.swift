import Yams
import HummingbirdTesting
