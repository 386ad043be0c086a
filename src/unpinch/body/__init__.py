"""The skeleton: joints, poses, and where a pose puts every joint."""
